// wrong_signature.cpp: another signature.
long add(long a, long b) { return a + b; }
