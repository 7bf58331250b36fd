package org.sverka.feed;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** News as JSON Feed 1.1 (jsonfeed.org). All texts are plain. */
public final class NewsJson {
  /** Its media type. */
  public static final String TYPE = "application/feed+json; charset=utf-8";

  private NewsJson() {}

  /** The document. */
  public static byte[] write(News news) {
    return Json.bytes(json -> feed(json, news));
  }

  private static void feed(JsonGenerator json, News news) throws IOException {
    json.writeStartObject();
    json.writeStringField("version", "https://jsonfeed.org/version/1.1");
    json.writeStringField("title", news.title());
    json.writeStringField("home_page_url", news.home());
    json.writeStringField("feed_url", news.self());
    json.writeStringField("language", "ru");
    authors(json, "Сверка");
    json.writeArrayFieldStart("items");
    for (News.Item item : news.items()) {
      item(json, item);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void authors(JsonGenerator json, String name) throws IOException {
    json.writeArrayFieldStart("authors");
    json.writeStartObject();
    json.writeStringField("name", name);
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void item(JsonGenerator json, News.Item item) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", item.id());
    json.writeStringField("url", item.link());
    json.writeStringField("title", item.title());
    // An item without any text is none: jsonfeed.org asks for content_text or content_html.
    json.writeStringField("content_text", item.text().isEmpty() ? item.title() : item.text());
    json.writeStringField("date_published", item.at().toString());
    if (!item.changedAt().equals(item.at())) {
      json.writeStringField("date_modified", item.changedAt().toString());
    }
    if (!item.author().isEmpty()) {
      authors(json, item.author());
    }
    json.writeArrayFieldStart("tags");
    for (String tag : item.tags()) {
      json.writeString(tag);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
