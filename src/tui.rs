//! The reading screen. Keys become actions, `update` changes the state, `view` only reads it.
