// expect: abort
#define ROUNDS 2
#define LIMIT 8
#include "fib_bench.h"
