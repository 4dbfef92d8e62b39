//! Report models and their renderings. Every number comes from the query catalogue.
