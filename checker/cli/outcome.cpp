// outcome.cpp: verdicts and troubles to exit codes.
#include "cli/outcome.hpp"

namespace lab::cli {

ExitCode code_of(const pipeline::Trouble& trouble) {
    return trouble.kind == pipeline::Trouble::Kind::bug ? bug : environment;
}

ExitCode code_of(judge::Verdict verdict) {
    switch (verdict) {
        case judge::Verdict::passed: return passed;
        case judge::Verdict::build_error: return does_not_build;
        case judge::Verdict::inconclusive: return inconclusive;
        default: return not_passed;
    }
}

}  // namespace lab::cli
