// expect: deadlock
#define N 5
#include "philosophers.h"
