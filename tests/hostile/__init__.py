"""Files that mean harm, and the scripts that make them."""
