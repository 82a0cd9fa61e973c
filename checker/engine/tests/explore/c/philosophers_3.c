// expect: deadlock
#define N 3
#include "philosophers.h"
