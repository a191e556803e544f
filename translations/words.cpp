// A library needs a source file; the words themselves are resources.
