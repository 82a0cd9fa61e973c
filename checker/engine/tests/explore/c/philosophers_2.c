// expect: deadlock
#define N 2
#include "philosophers.h"
