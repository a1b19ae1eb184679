"""Excel in the window: a workbook into the case file, and everything in it out to one."""
