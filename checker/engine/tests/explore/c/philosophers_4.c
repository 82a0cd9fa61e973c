// expect: deadlock
#define N 4
#include "philosophers.h"
