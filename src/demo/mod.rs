//! The demonstration: a cashier project with seeded history, a stand-in backend and a tour of the verbs.
