package org.sverka.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of the calls on values, from queries and bodies. */
final class ValuesOptions {
  private ValuesOptions() {}

  /** How values are to be read, which must be said. */
  static ValuesWriter.Input input(Optional<String> option) {
    String value =
        option
            .filter(text -> !text.equals("INPUT_VALUE_OPTION_UNSPECIFIED"))
            .orElseThrow(
                () -> ApiException.invalid("'valueInputOption' is required but not specified"));
    return ApiRequest.word(
        value, "value_input_option", ValuesWriter.Input.class, "ValueInputOption");
  }

  static Dimension major(ApiRequest request) {
    return request.word("majorDimension", Dimension.class, "Dimension").orElse(Dimension.ROWS);
  }

  /** The direction that a body names. */
  static Dimension bodyMajor(ObjectNode body) {
    return body.has("majorDimension")
        ? ApiRequest.word(
            body.get("majorDimension").asText(),
            "data.major_dimension",
            Dimension.class,
            "Dimension")
        : Dimension.ROWS;
  }

  static ValueRender render(ApiRequest request) {
    return render(
        request.text("valueRenderOption").orElse(null),
        request.text("dateTimeRenderOption").orElse(null),
        "");
  }

  static ValueRender render(@Nullable String option, @Nullable String dates, String prefix) {
    return new ValueRender(
        option == null
            ? ValueRender.Option.FORMATTED_VALUE
            : ApiRequest.word(
                option,
                prefix + "value_render_option",
                ValueRender.Option.class,
                "ValueRenderOption"),
        dates == null
            ? ValueRender.Dates.SERIAL_NUMBER
            : ApiRequest.word(
                dates,
                prefix + "date_time_render_option",
                ValueRender.Dates.class,
                "DateTimeRenderOption"));
  }
}
