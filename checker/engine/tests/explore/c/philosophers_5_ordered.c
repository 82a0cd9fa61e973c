// expect: passed
// output: 5\n
// budget: 500
#define N 5
#define ORDERED
#include "philosophers.h"
