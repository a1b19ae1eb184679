"""What every choice is called: bokmål, the same on screen, in sheets and for scripts; nothing of Qt."""
