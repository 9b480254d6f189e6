#![no_main]

fuzz::target!(traceparent);
