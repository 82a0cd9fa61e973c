// expect: passed
// output: 3\n
// budget: 2000
#define N 3
#define ORDERED
#include "philosophers.h"
