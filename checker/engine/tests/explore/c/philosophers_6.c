// expect: deadlock
#define N 6
#include "philosophers.h"
