// fallback_main.cpp: a main() for lessons that have no program. In an object of its own, so that a program's main wins.

// Its presence tells the runner that there is no program.
extern "C" {
extern const char interleave_has_no_program;
const char interleave_has_no_program = 1;
}

int main() { return 0; }
