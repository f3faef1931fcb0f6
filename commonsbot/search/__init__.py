"""French text analysis and ranking: pure, and the same for every store backend."""
