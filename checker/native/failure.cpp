// failure.cpp: names failures in the contract's words. Pure.
#include "failure.hpp"

#include <sys/wait.h>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <string>

namespace interleave::native {
namespace {

runner::Failure make(const char* kind, std::string message) {
    runner::Failure failure;
    failure.kind = kind;
    failure.message = std::move(message);
    return failure;
}

runner::Failure check_failed(const RunRecord& record) {
    const std::string macro = record.macro;
    const std::string expression = record.expression;
    const std::string expansion = record.expansion;
    const bool plain_failure = macro.starts_with("FAIL");
    std::string message = plain_failure ? expression : macro + "(" + expression + ") does not hold";
    if (!plain_failure && !expansion.empty()) message += ": " + expansion;
    runner::Failure failure = make("check-failed", message);
    failure.check = runner::FailedCheck{expression, expansion, macro, record.file, record.line, record.context};
    return failure;
}

runner::Failure noted(const RunRecord& record) {
    const std::string what = record.what;
    switch (record.failure.load()) {
        case FailureKind::check_failed: return check_failed(record);
        case FailureKind::exception: {
            runner::Failure failure = make("exception", "an exception was not caught: " + what);
            failure.what = what;
            return failure;
        }
        case FailureKind::out_of_memory: {
            runner::Failure failure = make("out-of-memory", "there was no memory left");
            failure.what = what;
            return failure;
        }
        case FailureKind::terminate:
            return make("terminate",
                        "std::terminate was called, as when a thread object is destroyed before join() or detach()");
        case FailureKind::leak:
            return make("leak", what == "1" ? "1 thread was still running at the end"
                                            : what + " threads were still running at the end");
        case FailureKind::none: break;
    }
    return {};
}

runner::Failure killed_by(int signal) {
    if (signal == SIGABRT) return make("abort", "the program aborted");
    if (signal == SIGXFSZ) return make("output-limit", "more than a mebibyte was written to standard output");
    if (signal == SIGXCPU) return make("hang", "the run used up its processor time without coming to an end");
    const char* name = ::sigdescr_np(signal);
    runner::Failure failure = make("signal", "the program was ended by signal " + std::to_string(signal) +
                                                 (name != nullptr ? std::string(" (") + name + ")" : std::string()));
    failure.signal = signal;
    return failure;
}

}  // namespace

std::optional<runner::Failure> failure_of(const RunRecord& record, const ProcessEnd& end) {
    if (record.failure != FailureKind::none && record.failure_told) return noted(record);
    if (end.killed_for_time) {
        char message[64];
        std::snprintf(message, sizeof message, "the run did not come to an end within %g s", end.seconds);
        return make("hang", message);
    }
    if (WIFSIGNALED(end.status)) return killed_by(WTERMSIG(end.status));
    if (end.over_output_limit) return killed_by(SIGXFSZ);
    const int code = WEXITSTATUS(end.status);
    if (record.progress != RunRecord::Progress::finished) {
        runner::Failure failure = make("exit", "the program called exit with code " + std::to_string(code));
        failure.exit = code;
        return failure;
    }
    return std::nullopt;
}

}  // namespace interleave::native
