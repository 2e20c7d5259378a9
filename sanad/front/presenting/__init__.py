"""What pages show: records put into the reader's words. Templates lay them out and decide nothing."""
