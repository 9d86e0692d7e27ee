export {
  ApiClient,
  ApiProblem,
  ApiUnreachable,
  type ClientOptions,
  type Problem,
  type Schemas,
} from './client.js';
export {
  fetchTransport,
  type HttpRequest,
  type HttpResponse,
  taroTransport,
  type TaroRequest,
  type Transport,
} from './transport.js';
