"""How fast claimtrack is beside its peers: ``python -m benchmarks``, described in ``docs/``.

Everything heavy runs in processes of its own, so that one contestant's memory is never counted as
another's, and this package itself stays light.
"""
