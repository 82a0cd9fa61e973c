// forgotten.cpp: one visit is forgotten.
#include "visits.hpp"

int count_visits() { return 1; }
