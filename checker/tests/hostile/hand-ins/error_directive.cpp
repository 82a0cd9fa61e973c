// error_directive.cpp: #error.
#error not today
int add(int a, int b) { return a + b; }
