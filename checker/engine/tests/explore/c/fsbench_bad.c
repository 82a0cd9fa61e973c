// expect: abort
#define BLOCKS 2
#define THREADS 3
#include "fsbench.h"
