// expect: abort
#define ROUNDS 3
#define LIMIT 21
#include "fib_bench.h"
