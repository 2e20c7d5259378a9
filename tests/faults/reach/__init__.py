"""The suite *reach*: what of one office gets through to whom, by every address, method, file and command."""
