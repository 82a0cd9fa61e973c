// main.cpp: the program around the exercise.
#include <iostream>

#include "visits.hpp"

int main() { std::cout << "visits " << count_visits() << '\n'; }
