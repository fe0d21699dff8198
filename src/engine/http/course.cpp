// SPDX-License-Identifier: MIT
#include "engine/http/course.h"

namespace lapwing::engine {
namespace {

void addConditions(const Asked &asked, std::vector<plan::Header> *fields)
{
    const Validator &validator = asked.validator;
    if (asked.ifChanged && !validator.etag.isEmpty())
        fields->push_back({"If-None-Match", validator.etag});
    else if (asked.ifChanged && !validator.lastModified.isEmpty())
        fields->push_back({"If-Modified-Since", validator.lastModified});
    if (asked.from <= 0)
        return;
    fields->push_back({"Range", "bytes=" + QByteArray::number(asked.from) + '-'});
    fields->push_back({"If-Range", validator.ifRange()});
}

} // namespace

Asked whatToAsk(const Course &course)
{
    Asked asked;
    asked.names = {course.request.entry.name, course.request.entry.url.fileName(),
                   course.request.url.fileName()};
    const QByteArray answerer = answererOf(course.request.url);
    if (course.kept && course.kept->source.answerer == answerer) {
        asked.from = course.kept->bytes - course.kept->tail.size();
        asked.total = course.kept->source.total;
        asked.validator = course.kept->source.validator;
    } else if (course.request.finished && course.request.finished->answerer == answerer) {
        asked.total = course.request.finished->total;
        asked.validator = course.request.finished->validator;
        asked.ifChanged = !asked.validator.isEmpty();
    }
    return asked;
}

void prepareProofs(Course *course)
{
    const QUrl &url = course->request.url;
    course->cookies = course->transport->cookies()->fieldFor(url, QDateTime::currentDateTimeUtc());
    course->result.asked.push_back({url, course->cookies});
    const auto credentials =
        plan::credentialsFor(course->transport->terms().access, course->request.entry, url);
    course->authorization =
        credentials ? course->transport->auth()->fieldFor(*credentials, url, "GET") : QByteArray();
}

std::vector<plan::Header> fieldsFor(const Course &course)
{
    std::vector<plan::Header> fields =
        plan::headersFor(course.transport->terms().access, course.request.entry, course.request.url,
                         {course.authorization, course.cookies});
    addConditions(course.asked, &fields);
    return fields;
}

} // namespace lapwing::engine
