"""What is to be done to groups in WeCom, and what follows once it is done."""
