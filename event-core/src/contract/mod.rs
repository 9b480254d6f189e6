//! Contracts and the const tables: what the code says as a contract, and a contract as tables.
