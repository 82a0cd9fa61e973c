// main.cpp: the checker's entry point.
#include "cli/command_line.hpp"

int main(int argc, char** argv) { return lab::run_command_line(argc, argv); }
