//! Avro's own tests of schema compatibility.
