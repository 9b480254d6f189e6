#![no_main]

fuzz::target!(registry);
