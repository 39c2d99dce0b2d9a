"""Administration: the charter in force, and (later) the cases the College opens about itself."""
