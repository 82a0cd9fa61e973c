// annotate.hpp: puts places in the lesson's sources, and names of objects, into evidence.
#pragma once

#include "evidence/evidence.hpp"

#include <memory>
#include <string>
#include <vector>

namespace lab::symbols {

// A source that the program was built from.
struct SourceFile {
    enum class Role {
        hand_in,
        check,
        given
    };  // the student's; check.cpp and main.cpp; headers that come with the exercise
    std::string path;   // absolute, as it was compiled
    std::string shown;  // "deadlock.cpp"
    Role role = Role::hand_in;
    std::string text;
};

// Reads a file into a SourceFile; an unreadable one has no text. `path` absolute.
SourceFile load_source(const std::string& path, const std::string& shown, SourceFile::Role role);

// A program's debug information, opened once for many annotations.
class Annotator {
public:
    Annotator(const std::string& program, std::vector<SourceFile> sources);
    Annotator(Annotator&&) noexcept;
    Annotator& operator=(Annotator&&) noexcept;
    ~Annotator();

    // As annotate() below.
    void annotate(evidence::Evidence& evidence);

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Fills in the places of events and threads and the shown names of objects of all failures. The place is the innermost
// frame in the student's files; if none is there, in the check's; if none is there either, in a given header. Names, in
// this order: given by the check; of the global variable; as the source calls it where it is first used; a kind and a
// number. Without debug information places stay empty, and that is an oddity of the evidence.
void annotate(evidence::Evidence& evidence, const std::string& program, const std::vector<SourceFile>& sources);

}  // namespace lab::symbols
