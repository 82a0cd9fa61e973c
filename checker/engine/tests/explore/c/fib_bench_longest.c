// expect: abort
// budget: 200000
#define ROUNDS 5
#define LIMIT 144
#include "fib_bench.h"
