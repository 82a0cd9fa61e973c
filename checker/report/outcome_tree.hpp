// outcome_tree.hpp: where the interleavings part that lead to the different outcomes of a program, as a picture.
#pragma once

#include <string>
#include <vector>

namespace lab::report {

struct Leaf {
    std::string label;     // "output 1"
    std::string schedule;  // an interleaving that comes there: "s1:0.1*3.2"
};

// An <svg>: a ribbon for each leaf, parting from another one where their schedules differ. Empty if there are fewer
// than two leaves that can be compared.
std::string outcome_tree(std::vector<Leaf> leaves);

}  // namespace lab::report
