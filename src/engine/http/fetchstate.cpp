// SPDX-License-Identifier: MIT
#include "engine/http/fetchstate.h"

#include "plan/http/httpdate.h"

namespace lapwing::engine {
namespace {

void addConditions(const RequestedRange &asked, std::vector<plan::Header> *fields)
{
    const Validator &validator = asked.validator;
    if (asked.ifChanged && !validator.etag.isEmpty())
        fields->push_back({"If-None-Match", validator.etag});
    else if (asked.ifChanged && !validator.lastModified.isEmpty())
        fields->push_back({"If-Modified-Since", validator.lastModified});
    if (asked.from <= 0)
        return;
    fields->push_back({"Range", "bytes=" + QByteArray::number(asked.from) + '-'});
    if (!asked.isFromAnother) // whose validator says nothing to this one
        fields->push_back({"If-Range", validator.ifRange()});
}

} // namespace

std::optional<qint64> listedSize(const FetchState &state)
{
    const std::shared_ptr<const plan::Extras> &extras = state.request.entry.extras;
    return extras ? extras->size : std::nullopt;
}

RequestedRange requestConditions(const FetchState &state)
{
    RequestedRange asked;
    asked.names = {state.request.entry.name, state.request.entry.url.fileName(),
                   state.request.url.fileName()};
    const QByteArray senderDigest = senderDigestOf(state.request.url, state.proxy());
    const bool isSender = state.kept && state.kept->source.senderDigest == senderDigest;
    if (state.kept && (isSender || state.request.entry.checksum)) {
        asked.isFromAnother = !isSender;
        asked.from = state.kept->bytes - state.kept->tail.size();
        asked.total = state.kept->source.total;
        asked.validator = state.kept->source.validator;
    } else if (state.request.finished && state.request.finished->senderDigest == senderDigest) {
        asked.total = state.request.finished->total;
        asked.validator = state.request.finished->validator;
        asked.ifChanged = !asked.validator.isEmpty();
    } else if (state.request.named) {
        asked.total = state.request.named->size;
        asked.validator.lastModified = plan::httpDateOf(state.request.named->modified);
        asked.ifChanged = true;
    }
    return asked;
}

void prepareProofs(FetchState *state)
{
    const QUrl &url = state->request.url;
    Transport::Memory *memory = state->transport->memoryOf(state->proxy());
    state->cookies = memory->cookies.fieldFor(url, QDateTime::currentDateTimeUtc());
    state->result.asked.push_back({url, state->cookies});
    const auto credentials = plan::credentialsFor(state->transport->terms().access,
                                                  state->request.entry, url, state->proxy());
    state->authorization =
        credentials ? memory->auth.fieldFor(*credentials, url, "GET") : QByteArray();
}

std::vector<plan::Header> fieldsFor(const FetchState &state)
{
    std::vector<plan::Header> fields =
        plan::headersFor(state.transport->terms().access, state.request.entry, state.request.url,
                         {state.authorization, state.cookies}, state.proxy());
    addConditions(state.asked, &fields);
    return fields;
}

} // namespace lapwing::engine
