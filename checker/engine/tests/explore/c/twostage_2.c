// expect: abort
#define WRITERS 1
#define READERS 1
#include "twostage.h"
