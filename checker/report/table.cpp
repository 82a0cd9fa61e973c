// table.cpp: lays out the rows of an interleaving.
#include "report/table.hpp"

#include "report/rows.hpp"
#include "report/visible.hpp"
#include "report/wrap.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace lab::report {
namespace {

constexpr std::size_t indent = 2;
constexpr std::size_t most_columns = 5;       // threads side by side
constexpr std::size_t ordinary_columns = 80;  // of a terminal; what is more makes room for the source

// How wide the source text's own column is; 0: there is no room for it beside so many threads.
std::size_t source_width(std::size_t threads, std::size_t columns) {
    const std::size_t more = columns > ordinary_columns ? columns - ordinary_columns : 0;
    if (threads == 1) return 34 + more / 2;
    if (threads == 2) return 26 + more / 2;
    return threads == 3 && more >= 30 ? 26 + more / 4 : 0;
}

std::string thread_name(const judge::CaseResult& result, int thread) {
    for (const judge::ThreadEnd& end : result.threads)
        if (end.id == thread && !end.name.empty()) return visible(end.name);
    return thread == 0 ? "main" : "thread " + std::to_string(thread);
}

// The file that most rows are in; its lines are numbers only, those of others have a letter before them.
class Files {
public:
    explicit Files(const std::vector<Row>& rows) {
        std::map<std::string, int> counts;
        for (const Row& row : rows)
            if (!row.file.empty()) ++counts[row.file];
        int best = 0;
        for (const auto& [file, count] : counts)
            if (count > best) best = count, main_ = file;
        std::set<char> taken;
        for (const auto& [file, count] : counts) {
            if (file == main_) continue;
            char letter = file[0];
            while (taken.contains(letter)) letter = letter == 'z' ? 'a' : static_cast<char>(letter + 1);
            taken.insert(letter);
            letters_[file] = letter;
        }
    }
    const std::string& main_file() const { return main_; }
    const std::map<std::string, char>& letters() const { return letters_; }
    std::string line(const Row& row) const {
        if (row.file.empty()) return {};
        const auto letter = letters_.find(row.file);
        return (letter == letters_.end() ? std::string() : std::string(1, letter->second) + ":") +
               std::to_string(row.line);
    }

private:
    std::string main_;
    std::map<std::string, char> letters_;
};

// Cells beside each other, each wrapped within its width, one blank or more between them.
std::string lay_out(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::vector<std::vector<std::string>> wrapped;
    std::size_t height = 1;
    for (std::size_t index = 0; index < cells.size(); ++index) {
        wrapped.push_back(wrap(cells[index], widths[index] - 1));
        height = std::max(height, wrapped.back().size());
    }
    std::string text;
    for (std::size_t line = 0; line < height; ++line) {
        std::string row(indent, ' ');
        for (std::size_t index = 0; index < cells.size(); ++index)
            row += padded(line < wrapped[index].size() ? wrapped[index][line] : std::string(), widths[index]);
        row.erase(row.find_last_not_of(' ') + 1);
        text += row + "\n";
    }
    return text;
}

// Source text that does not fit loses its "std::", which everybody adds in reading.
std::string compact(std::string source, std::size_t columns) {
    if (width(source) > columns)
        for (std::size_t at = 0; (at = source.find("std::", at)) != std::string::npos;) source.erase(at, 5);
    return source;
}

std::string hidden_line(int hidden) {
    return std::string(indent, ' ') + "     ... " + std::to_string(hidden) + (hidden == 1 ? " step" : " steps") +
           " not shown\n";
}

// The lines of source that the rows refer to, once each.
std::string legend(const std::vector<Row>& rows, const Files& files, std::size_t columns) {
    std::map<std::pair<std::string, int>, std::string> lines;
    for (const Row& row : rows)
        if (!row.file.empty()) lines[{row.file, row.line}] = row.source;
    std::string text;
    const auto write = [&](const std::string& file) {
        bool first = true;
        for (const auto& [place, source] : lines) {
            if (place.first != file) continue;
            if (first) text += std::string(indent, ' ') + file + "\n";
            first = false;
            Row row;
            row.file = file;
            row.line = place.second;
            std::string number = files.line(row);
            number = std::string(number.size() < 8 ? 8 - number.size() : 0, ' ') + number;
            text += std::string(indent, ' ') + number + "  " + shortened(source, columns - indent - 10) + "\n";
        }
    };
    write(files.main_file());
    for (const auto& [file, letter] : files.letters()) write(file);
    return text;
}

std::string letters_note(const Files& files) {
    std::string text;
    for (const auto& [file, letter] : files.letters())
        text += (text.empty() ? std::string(indent, ' ') + "(" : ", ") + std::string(1, letter) + ": " + file;
    return text.empty() ? text : text + ")\n";
}

std::string as_list(const judge::CaseResult& result, const std::vector<Row>& rows, const Files& files,
                    std::size_t columns) {
    std::string text;
    for (const Row& row : rows) {
        if (row.hidden_before > 0) text += hidden_line(row.hidden_before);
        text +=
            lay_out({files.line(row), thread_name(result, row.thread) + ": " + row.text}, {7, columns - indent - 7});
    }
    return text + "\n" + legend(rows, files, columns);
}

}  // namespace

std::string interleaving_table(const judge::CaseResult& result, std::size_t columns) {
    const Rows picked = pick_rows(result);
    if (picked.rows.empty()) return {};
    const Files files(picked.rows);
    std::set<int> threads;
    for (const Row& row : picked.rows) threads.insert(row.thread);
    std::string text;
    if (threads.size() > most_columns) {
        text = as_list(result, picked.rows, files, columns);
    } else {
        const std::size_t source_columns = source_width(threads.size(), columns);
        const bool with_source = source_columns > 0;
        std::vector<std::string> head = {"", "line"};
        std::vector<std::size_t> widths = {4, files.letters().empty() ? 5U : 6U};
        if (with_source) {
            head.push_back(shortened(files.main_file(), source_columns - 1));
            widths.push_back(source_columns);
        }
        std::size_t used = indent;
        for (const std::size_t width : widths) used += width;
        for (const int thread : threads) {
            head.push_back(thread_name(result, thread));
            widths.push_back((columns - used) / threads.size());
        }
        text = lay_out(head, widths);
        int number = 0;
        for (const Row& row : picked.rows) {
            if (row.hidden_before > 0) text += hidden_line(row.hidden_before);
            std::vector<std::string> cells(head.size());
            cells[0] = std::to_string(++number);
            cells[0] = std::string(cells[0].size() < 2 ? 1 : 0, ' ') + cells[0];
            cells[1] = files.line(row);
            if (with_source) cells[2] = shortened(compact(row.source, widths[2] - 1), 2 * (widths[2] - 1));
            const auto column = static_cast<std::size_t>(std::distance(threads.begin(), threads.find(row.thread)));
            cells[(with_source ? 3 : 2) + column] = row.text;
            text += lay_out(cells, widths);
        }
        text += with_source ? letters_note(files) : "\n" + legend(picked.rows, files, columns);
    }
    if (picked.period > 0)
        text += paragraph(
            "(The last " +
                (picked.period == 1 ? std::string("line comes") : std::to_string(picked.period) + " lines come") +
                " again and again, " + std::to_string(picked.repetitions) + " times more.)",
            indent, columns);
    else if (picked.left_out > 0)
        text += paragraph("(" + std::to_string(picked.left_out) + " more " +
                              (picked.left_out == 1 ? "step is" : "steps are") + " not shown; --json has them all.)",
                          indent, columns);
    return text;
}

}  // namespace lab::report
