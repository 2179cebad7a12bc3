// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pdf/verify/signed_range.h"

#include "core/pdf/verify/crypto.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <algorithm>
#include <map>

namespace andu::pdf::verify {

namespace {

using MdContext = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

constexpr std::int64_t BlockBytes = 1 << 20;

tl::unexpected<Error> fault(const char *why)
{
    return fail(ErrorCode::Invalid, QString::fromLatin1(why));
}

void hashPart(EVP_MD_CTX *context, Bytes bytes, std::int64_t from, std::int64_t to)
{
    for (std::int64_t at = from; at < to; at += BlockBytes) {
        const auto count = static_cast<std::size_t>(std::min(BlockBytes, to - at));
        EVP_DigestUpdate(context, bytes.data() + at, count);
    }
}

/// Jobs of one algorithm and prefix, sorted by hole.
void runGroup(Bytes bytes, std::vector<DigestJob *> &group, std::int64_t &tailBudget)
{
    std::sort(group.begin(), group.end(), [](const DigestJob *left, const DigestJob *right) {
        return left->range.holeBegin < right->range.holeBegin;
    });
    const MdContext running(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const EVP_MD *md = EVP_get_digestbyname(group.front()->algorithm.c_str());
    if (md == nullptr || EVP_DigestInit_ex(running.get(), md, nullptr) != 1) {
        ERR_clear_error();
        return;
    }
    const std::string &prefix = group.front()->prefix;
    EVP_DigestUpdate(running.get(), prefix.data(), prefix.size());
    std::int64_t at = 0;
    for (DigestJob *job : group) {
        hashPart(running.get(), bytes, at, job->range.holeBegin);
        at = job->range.holeBegin;
        tailBudget -= job->range.endBytes - job->range.holeEnd;
        if (tailBudget < 0) {
            return;
        }
        const MdContext own(EVP_MD_CTX_new(), EVP_MD_CTX_free);
        EVP_MD_CTX_copy_ex(own.get(), running.get());
        hashPart(own.get(), bytes, job->range.holeEnd, job->range.endBytes);
        job->result = finishDigest(own.get());
    }
}

/// With or without the brackets; white space around it may be left out, too, for it says nothing.
bool isHoleOf(Bytes bytes, const SignedRange &range, const Value &contents)
{
    if (range.holeBegin == contents.begin + 1 && range.holeEnd == contents.end - 1) {
        return true;
    }
    const auto isBlank = [bytes](std::int64_t from, std::int64_t to) {
        const Bytes part
            = bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
        return part.size() <= 2 && std::all_of(part.begin(), part.end(), isSpace);
    };
    return range.holeBegin <= contents.begin && range.holeEnd >= contents.end
        && isBlank(range.holeBegin, contents.begin) && isBlank(contents.end, range.holeEnd);
}

} // namespace

Result<SignedRange> readRange(const Document &document, const Value &signature)
{
    if (signature.hasDuplicateKeys) {
        return fault("the signature dictionary has an entry twice");
    }
    const Value &contents = signature.at("Contents");
    if (!contents.isString() || contents.text.empty()) {
        return fault("the signature has no /Contents");
    }
    if (signature.begin < 0 || contents.begin < 0 || !contents.isHexString) {
        return fault("/Contents is not a hex string in the file");
    }
    const ValuePtr list = document.follow(signature, "ByteRange");
    if (!list->isArray() || list->items.size() != 4) {
        return fault("/ByteRange is missing or has not four numbers");
    }
    std::int64_t number[4] = {};
    const auto size = static_cast<std::int64_t>(document.store().bytes().size());
    for (std::size_t i = 0; i < 4; ++i) {
        const ValuePtr item = document.follow(list->items[i]);
        if (!item->isInt() || item->number < 0 || item->number > size) {
            return fault("/ByteRange holds something that is not an offset in the file");
        }
        number[i] = item->number;
    }
    const SignedRange range{ number[1], number[2], number[2] + number[3] };
    if (number[0] != 0) {
        return fault("/ByteRange does not start at the beginning");
    }
    if (range.endBytes > size || signature.end > range.endBytes
        || range.holeEnd <= range.holeBegin) {
        return fault("/ByteRange does not fit the file");
    }
    if (!isHoleOf(document.store().bytes(), range, contents)) {
        return fault("the hole of /ByteRange is not /Contents");
    }
    for (std::int64_t i = contents.begin + 1; i < contents.end - 1; ++i) {
        if (hexDigit(document.store().bytes()[static_cast<std::size_t>(i)]) < 0) {
            return fault("/Contents holds something else than hex digits");
        }
    }
    return range;
}

std::int64_t skipPadding(Bytes bytes, std::int64_t endBytes)
{
    auto at = static_cast<std::size_t>(endBytes);
    while (at < bytes.size() && isSpace(bytes[at])) {
        ++at;
    }
    return static_cast<std::int64_t>(at);
}

bool endsAsRevision(Bytes bytes, std::int64_t endBytes)
{
    Bytes head = bytes.substr(0, static_cast<std::size_t>(endBytes));
    while (!head.empty() && isSpace(head.back())) {
        head.remove_suffix(1);
    }
    if (!head.ends_with("%%EOF")) {
        return false;
    }
    const std::size_t found = head.rfind("startxref");
    if (found == Bytes::npos || head.size() - found > 200) {
        return false;
    }
    const Bytes between = head.substr(found + 9, head.size() - found - 9 - 5);
    return std::all_of(between.begin(), between.end(), [](char byte) {
        return isSpace(byte) || (byte >= '0' && byte <= '9');
    });
}

void makeDigests(Bytes bytes, std::vector<DigestJob> &jobs)
{
    std::map<std::pair<std::string, std::string>, std::vector<DigestJob *>> groups;
    for (DigestJob &job : jobs) {
        groups[{ job.algorithm, job.prefix }].push_back(&job);
    }
    // Honest tails are short; a hostile file must not make us hash it hundreds of times.
    std::int64_t budget = 32 * static_cast<std::int64_t>(bytes.size()) + (std::int64_t{ 1 } << 26);
    for (auto &[key, group] : groups) {
        runGroup(bytes, group, budget);
        budget -= static_cast<std::int64_t>(bytes.size());
        if (budget < 0) {
            return;
        }
    }
}

} // namespace andu::pdf::verify
