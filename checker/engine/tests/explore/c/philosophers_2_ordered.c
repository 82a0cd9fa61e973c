// expect: passed
// output: 2\n
#define N 2
#define ORDERED
#include "philosophers.h"
