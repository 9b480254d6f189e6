//! What makes the comparison happen, and what turns it off.
