//! Groups alerts into incidents and plans who is told what. Sends nothing.
