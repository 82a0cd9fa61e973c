// case_registry.cpp: doctest's implementation, and the reporter through which its assertions reach a back end.
#define DOCTEST_CONFIG_IMPLEMENT
#define DOCTEST_CONFIG_IMPLEMENTATION_IN_DLL  // visible although everything else in the library is hidden
#define DOCTEST_CONFIG_NO_POSIX_SIGNALS       // signals are the back end's
#define DOCTEST_CONFIG_NO_MULTI_LANE_ATOMICS  // one plain counter will do
#define DOCTEST_IS_DEBUGGER_ACTIVE() false    // the real one reads /proc at each failure, and then breaks
#define DOCTEST_CONFIG_GETCURRENTTICKS() 0    // clocks belong to the execution
#include <doctest/doctest.h>

#include "case_registry.hpp"

#include <cxxabi.h>

#include <atomic>
#include <cstdlib>
#include <exception>
#include <ostream>
#include <sstream>

namespace interleave::cases {
namespace {

std::atomic<CheckFailureHandler> failure_handler{nullptr};

// What the reporter, made anew by doctest for each run, notes for the function that started the run.
struct RunNotes {
    std::vector<RegisteredCase>* listing = nullptr;
    BodyEnd end;
};
RunNotes notes;

std::string text_of(const doctest::String& text) { return {text.c_str(), text.size()}; }

std::string open_contexts() {
    std::ostringstream text;
    const int count = doctest::IReporter::get_num_active_contexts();
    const auto* const* contexts = doctest::IReporter::get_active_contexts();
    for (int i = 0; i < count; ++i) {
        if (i > 0) text << '\n';
        contexts[i]->stringify(&text);
    }
    return text.str();
}

// Says in words what happened to an assertion about exceptions; the others come with their expansion.
std::string expansion_of(const doctest::AssertData& data) {
    namespace at = doctest::assertType;
    const std::string thrown = text_of(data.m_exception);
    const std::string type = data.m_exception_type;
    if ((data.m_at & at::is_throws) != 0) return "threw nothing";
    if ((data.m_at & (at::is_throws_as | at::is_throws_with)) != 0) {
        if (!data.m_threw) return "threw nothing";
        std::string wanted;
        if ((data.m_at & at::is_throws_as) != 0) wanted += " of type " + type;
        if ((data.m_at & at::is_throws_with) != 0) wanted += " with \"" + text_of(data.m_exception_string) + "\"";
        return "threw " + thrown + ", expected an exception" + wanted;
    }
    if (data.m_threw) return "threw " + thrown;
    return text_of(data.m_decomp);
}

void tell(const CheckFailure& failure) {
    if (CheckFailureHandler handler = failure_handler.load()) handler(failure);
}

void tell_assertion(const doctest::AssertData& data) {
    if (!data.m_failed || (data.m_at & doctest::assertType::is_warn) != 0) return;
    CheckFailure failure;
    failure.expression = data.m_expr;
    failure.expansion = expansion_of(data);
    failure.macro = doctest::assertString(data.m_at);
    failure.file = data.m_file;
    failure.line = data.m_line;
    failure.context = open_contexts();
    tell(failure);
}

class Reporter final : public doctest::IReporter {
public:
    explicit Reporter(const doctest::ContextOptions&) {}

    void report_query(const doctest::QueryData& query) override {
        if (notes.listing == nullptr) return;
        for (unsigned i = 0; i < query.num_data; ++i) {
            const doctest::TestCaseData& data = *query.data[i];
            const auto& test = static_cast<const doctest::detail::TestCase&>(data);
            notes.listing->push_back(
                {data.m_name, text_of(data.m_file), static_cast<int>(data.m_line), i + 1U, test.m_test});
        }
    }
    void test_case_exception(const doctest::TestCaseException&) override {  // doctest calls it from its catch block
        notes.end = {BodyEnd::Kind::exception, describe_current_exception()};
    }
    void log_assert(const doctest::AssertData& data) override { tell_assertion(data); }
    void log_message(const doctest::MessageData& data) override {
        if ((data.m_severity & doctest::assertType::is_warn) != 0) return;
        CheckFailure failure;
        failure.expression = text_of(data.m_string);
        failure.macro = (data.m_severity & doctest::assertType::is_require) != 0 ? "FAIL" : "FAIL_CHECK";
        failure.file = data.m_file;
        failure.line = data.m_line;
        failure.context = open_contexts();
        tell(failure);
    }

    void test_run_start() override {}
    void test_run_end(const doctest::TestRunStats&) override {}
    void test_case_start(const doctest::TestCaseData&) override {}
    void test_case_reenter(const doctest::TestCaseData&) override {}
    void test_case_end(const doctest::CurrentTestCaseStats&) override {}
    void subcase_start(const doctest::SubcaseSignature&) override {}
    void subcase_end() override {}
    void test_case_skipped(const doctest::TestCaseData&) override {}
};
REGISTER_REPORTER("interleave", 1, Reporter);

class DiscardingBuffer final : public std::streambuf {
    std::streamsize xsputn(const char*, std::streamsize count) override { return count; }
    int overflow(int) override { return 0; }
};

// A doctest context that reports to us alone.
class QuietContext {
public:
    QuietContext() {
        context_.setOption("reporters", "interleave");
        context_.setOption("order-by", "file");
        context_.setOption("no-breaks", true);
        context_.setOption("no-colors", true);
        context_.setCout(&nowhere_);
    }
    doctest::Context* operator->() { return &context_; }

private:
    DiscardingBuffer buffer_;
    std::ostream nowhere_{&buffer_};
    doctest::Context context_;
};

// Makes assertions outside of any running case legal: in main(), in threads that outlive their case. The context is
// never destroyed: such threads may outlive everything.
void allow_assertions_everywhere() {
    static QuietContext* const always = [] {
        auto* context = new QuietContext;
        (*context)->setAsDefaultForAssertsOutOfTestCases();
        (*context)->setAssertHandler(&tell_assertion);
        doctest::detail::ContextState& state = *doctest::detail::g_cs;
        state.reporters_currently_used.push_back(new Reporter(state));  // for FAIL(), which asks no handler
        return context;
    }();
    static_cast<void>(always);
}

}  // namespace

void set_check_failure_handler(CheckFailureHandler handler) noexcept {
    allow_assertions_everywhere();
    failure_handler = handler;
}

std::vector<RegisteredCase> registered_cases() {
    allow_assertions_everywhere();
    std::vector<RegisteredCase> listing;
    QuietContext context;
    const char* const arguments[] = {"", "--dt-list-test-cases"};
    context->applyCommandLine(2, arguments);
    notes = {};
    notes.listing = &listing;
    context->run();
    notes = {};
    return listing;
}

BodyEnd run_registered_case(const RegisteredCase& registered) {
    allow_assertions_everywhere();
    QuietContext context;
    context->setOption("first", static_cast<int>(registered.number));
    context->setOption("last", static_cast<int>(registered.number));
    notes = {};
    context->run();
    return notes.end;
}

BodyEnd call_body(void (*body)(), std::uintptr_t place) {
    allow_assertions_everywhere();
    try {
        call_at(place, body);
        return {};
    } catch (const doctest::detail::TestFailureException&) {
        return {BodyEnd::Kind::stopped_by_assertion, {}};
    } catch (const abi::__forced_unwind&) {
        throw;
    } catch (...) {
        return {BodyEnd::Kind::exception, describe_current_exception()};
    }
}

bool handling_assertion_exception() noexcept {
    const std::type_info* type = abi::__cxa_current_exception_type();
    return type != nullptr && *type == typeid(doctest::detail::TestFailureException);
}

std::string describe_current_exception() {
    const std::type_info* type = abi::__cxa_current_exception_type();
    if (type == nullptr) return {};
    int status = 0;
    char* readable = abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
    std::string text = status == 0 && readable != nullptr ? readable : type->name();
    std::free(readable);
    if (const std::size_t abi_tag = text.find("__cxx11::"); abi_tag != std::string::npos) text.erase(abi_tag, 9);
    try {
        throw;
    } catch (const std::exception& exception) {
        text += std::string(": ") + exception.what();
    } catch (const std::string& thrown) {
        text = "std::string: " + thrown;
    } catch (const char* thrown) {
        text += std::string(": ") + (thrown != nullptr ? thrown : "(null)");
    } catch (int thrown) {
        text += ": " + std::to_string(thrown);
    } catch (...) {
    }
    return text;
}

}  // namespace interleave::cases
