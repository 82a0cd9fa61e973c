// expect: passed
// output: done\n
// budget: 1000
#define BLOCKS 3
#define THREADS 3
#include "fsbench.h"
