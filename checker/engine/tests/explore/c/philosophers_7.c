// expect: deadlock
#define N 7
#include "philosophers.h"
