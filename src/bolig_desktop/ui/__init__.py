"""The only folder with Qt: windows, pages and forms."""
