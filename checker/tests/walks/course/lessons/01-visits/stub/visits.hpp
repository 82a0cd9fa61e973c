// visits.hpp: given. What visits.cpp provides.
#pragma once

// Two threads count one visit each; returns how many were counted.
int count_visits();
