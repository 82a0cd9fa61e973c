// calls_engine.cpp: asks whether it is being explored.
#include <interleave/interleave.hpp>
#include "hostile.hpp"

int add(int a, int b) { return interleave::exploring() ? a + b : 0; }
